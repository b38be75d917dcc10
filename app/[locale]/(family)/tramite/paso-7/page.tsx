import { familyPage, familyTitle } from "../show";

export const generateMetadata = familyTitle("contact");
export default familyPage("contact");
