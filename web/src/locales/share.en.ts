export const shareEn = {
  share: 'Share with family',
  title: 'A picture to share',
  about:
    'This makes a copy without your name, numbers and dates: only the scan stays, everything around it is black. What somebody typed inside the scan stays too, so look at it closely.',
  opening: 'Making the copy…',
  preview: 'The copy as it will be saved',
  'one-frame': 'Of a clip, one frame is shared.',
  'by-hand-no-region': 'This picture does not say where the scan ends. Set the part to keep.',
  'by-hand-whole-picture': 'This picture counts nearly all of itself as scan. Set the part to keep.',
  'by-hand-outside-picture':
    'This picture was made smaller or larger, so its parts are not where it says. Set the part to keep.',
  'set-part': 'Set the part to keep myself',
  'draw-how': 'Drag across the picture, or move the sides.',
  left: 'Left side',
  top: 'Top',
  right: 'Right side',
  bottom: 'Bottom',
  looked: 'I looked at the whole picture: no name and no date is in it',
  save: 'Save the copy',
} as const;
