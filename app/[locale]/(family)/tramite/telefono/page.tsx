import { familyPage, familyTitle } from "../show";

export const generateMetadata = familyTitle("phone");
export default familyPage("phone");
