import { familyPage, familyTitle } from "../show";

export const generateMetadata = familyTitle("sent");
export default familyPage("sent");
