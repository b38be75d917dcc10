import { familyPage, familyTitle } from "./show";

export const generateMetadata = familyTitle("start");
export default familyPage("start");
