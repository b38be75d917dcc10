import { familyPage, familyTitle } from "../show";

export const generateMetadata = familyTitle("court");
export default familyPage("court");
