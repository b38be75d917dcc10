import { familyPage, familyTitle } from "../show";

export const generateMetadata = familyTitle("news");
export default familyPage("news");
