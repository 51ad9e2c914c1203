import './mark.css';

/** The ultrasound sector with two echoes. */
export function Mark() {
  return (
    <svg className="mark" viewBox="0 0 32 28" aria-hidden="true">
      <path d="M11.5 4 4.5 19q11.5 8.5 23 0L20.5 4q-4.5 2.6-9 0Z" />
      <path d="M9.4 9q6.6 4.2 13.2 0M7 14q9 6.2 18 0" />
    </svg>
  );
}
