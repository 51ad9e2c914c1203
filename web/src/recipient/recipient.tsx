export default function Recipient() {
  return null;
}
