import { familyPage, familyTitle } from "../show";

export const generateMetadata = familyTitle("review");
export default familyPage("review");
