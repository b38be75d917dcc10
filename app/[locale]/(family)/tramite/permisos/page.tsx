import { familyPage, familyTitle } from "../show";

export const generateMetadata = familyTitle("answers");
export default familyPage("answers");
