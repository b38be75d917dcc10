import { familyPage, familyTitle } from "../show";

export const generateMetadata = familyTitle("site");
export default familyPage("site");
