import { familyPage, familyTitle } from "../show";

export const generateMetadata = familyTitle("permissions");
export default familyPage("permissions");
