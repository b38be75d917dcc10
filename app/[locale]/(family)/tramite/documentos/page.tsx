import { familyPage, familyTitle } from "../show";

export const generateMetadata = familyTitle("documents");
export default familyPage("documents");
