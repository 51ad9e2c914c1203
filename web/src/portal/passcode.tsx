/** Read aloud or copied by hand: large, in letters that do not look alike. */
export function Passcode({ label, passcode }: { label: string; passcode: string }) {
  return (
    <div className="passcode">
      <p className="quote-term">{label}</p>
      <p className="reference">{passcode}</p>
    </div>
  );
}
