import { familyPage, familyTitle } from "../show";

export const generateMetadata = familyTitle("danger");
export default familyPage("danger");
