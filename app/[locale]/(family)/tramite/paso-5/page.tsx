import { familyPage, familyTitle } from "../show";

export const generateMetadata = familyTitle("health");
export default familyPage("health");
