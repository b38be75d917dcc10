import { familyPage, familyTitle } from "../show";

export const generateMetadata = familyTitle("lost");
export default familyPage("lost");
