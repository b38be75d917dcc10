import { familyPage, familyTitle } from "../show";

export const generateMetadata = familyTitle("declined");
export default familyPage("declined");
