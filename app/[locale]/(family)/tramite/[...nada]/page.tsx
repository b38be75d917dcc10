import { familyPage, familyTitle } from "../show";

export const generateMetadata = familyTitle("nowhere");
export default familyPage("nowhere");
