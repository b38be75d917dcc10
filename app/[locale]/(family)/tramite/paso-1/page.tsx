import { familyPage, familyTitle } from "../show";

export const generateMetadata = familyTitle("person");
export default familyPage("person");
