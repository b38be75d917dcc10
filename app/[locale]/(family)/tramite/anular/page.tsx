import { familyPage, familyTitle } from "../show";

export const generateMetadata = familyTitle("revoke");
export default familyPage("revoke");
