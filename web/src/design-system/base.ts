// Fonts are served by ourselves: a page about somebody's health asks no other host for anything.
import '@fontsource-variable/atkinson-hyperlegible-next/wght.css';
import '@fontsource-variable/atkinson-hyperlegible-mono/wght.css';
import './base.css';
