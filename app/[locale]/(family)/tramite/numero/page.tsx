import { familyPage, familyTitle } from "../show";

export const generateMetadata = familyTitle("number");
export default familyPage("number");
