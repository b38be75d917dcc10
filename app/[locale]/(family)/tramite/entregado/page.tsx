import { familyPage, familyTitle } from "../show";

export const generateMetadata = familyTitle("replied");
export default familyPage("replied");
