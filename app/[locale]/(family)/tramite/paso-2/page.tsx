import { familyPage, familyTitle } from "../show";

export const generateMetadata = familyTitle("detention");
export default familyPage("detention");
