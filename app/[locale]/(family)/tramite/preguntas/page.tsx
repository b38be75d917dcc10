import { familyPage, familyTitle } from "../show";

export const generateMetadata = familyTitle("questions");
export default familyPage("questions");
