import { familyPage, familyTitle } from "../show";

export const generateMetadata = familyTitle("withdraw");
export default familyPage("withdraw");
