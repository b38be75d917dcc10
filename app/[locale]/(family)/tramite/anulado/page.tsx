import { familyPage, familyTitle } from "../show";

export const generateMetadata = familyTitle("revoked");
export default familyPage("revoked");
