import { familyPage, familyTitle } from "../show";

export const generateMetadata = familyTitle("return");
export default familyPage("return");
