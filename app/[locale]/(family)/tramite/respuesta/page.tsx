import { familyPage, familyTitle } from "../show";

export const generateMetadata = familyTitle("report");
export default familyPage("report");
