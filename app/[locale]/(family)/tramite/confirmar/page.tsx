import { familyPage, familyTitle } from "../show";

export const generateMetadata = familyTitle("confirm");
export default familyPage("confirm");
