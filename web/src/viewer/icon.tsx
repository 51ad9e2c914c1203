const paths = {
  play: 'M8 5v14l11-7Z',
  pause: 'M7 5h3.5v14H7ZM13.5 5H17v14h-3.5Z',
  'frame-back': 'M15 6l-6 6 6 6M6 6v12',
  'frame-on': 'M9 6l6 6-6 6M18 6v12',
  repeat: 'M17 3l3 3-3 3M20 6H8a4 4 0 0 0-4 4v1M7 21l-3-3 3-3M4 18h12a4 4 0 0 0 4-4v-1',
  'zoom-in': 'M11 5a6 6 0 1 0 0 12 6 6 0 0 0 0-12ZM15.5 15.5 20 20M11 8.5v5M8.5 11h5',
  'zoom-out': 'M11 5a6 6 0 1 0 0 12 6 6 0 0 0 0-12ZM15.5 15.5 20 20M8.5 11h5',
  'full-screen': 'M4 9V4h5M15 4h5v5M20 15v5h-5M9 20H4v-5',
  'leave-full-screen': 'M9 4v5H4M20 9h-5V4M15 20v-5h5M4 15h5v5',
  save: 'M12 4v11M7.5 10.5 12 15l4.5-4.5M5 19.5h14',
  print: 'M7 9V4h10v5M7 17H4.5v-8h15v8H17M7 14h10v6H7Z',
  share: 'M12 15V4M8 7.5 12 3.5l4 4M7 11H5v9h14v-9h-2',
  report: 'M7 3.5h7l4 4v13H7ZM10 11h5M10 14.5h5M14 3.5v4h4',
} as const;

/** Drawn with lines of one weight; never without a word, in the text or in `aria-label`. */
export function Icon({ name }: { name: keyof typeof paths }) {
  const solid = name === 'play' || name === 'pause';
  return (
    <svg className={`icon ${solid ? 'icon-solid' : ''}`} viewBox="0 0 24 24" aria-hidden="true">
      <path d={paths[name]} />
    </svg>
  );
}
