import { familyPage, familyTitle } from "../show";

export const generateMetadata = familyTitle("word");
export default familyPage("word");
