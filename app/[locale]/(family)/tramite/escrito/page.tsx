import { familyPage, familyTitle } from "../show";

export const generateMetadata = familyTitle("reply");
export default familyPage("reply");
