import type { App } from '../../app.ts';
import { contract } from '../../contract/index.ts';
import { closeExamItem } from '../../imaging/close-exam-item.ts';
import { confirmMatch } from '../../imaging/confirm-match.ts';
import { readFrozenStudies } from '../../imaging/frozen-studies.ts';
import { addImageSource, listImageSources, updateImageSource } from '../../imaging/image-sources.ts';
import { listQuarantine } from '../../imaging/list-quarantine.ts';
import { retrieveAgain } from '../../imaging/retrieve-again.ts';
import { searchStudies } from '../../imaging/search-studies.ts';
import { importStudy } from '../../imaging/store-instance.ts';
import { testImageSource } from '../../imaging/test-image-source.ts';
import { withdrawMatch } from '../../imaging/withdraw-match.ts';
import { bind, bindUpload } from '../bind.ts';
import type { Door } from '../door.ts';

/** Finding studies, matching and fetching them, and where they live. */
export function bindImaging(door: Door, app: App): void {
  bind(door, app, contract.searchStudies, searchStudies);
  bind(door, app, contract.confirmMatch, confirmMatch);
  bind(door, app, contract.withdrawMatch, withdrawMatch);
  bind(door, app, contract.retrieveAgain, retrieveAgain);
  bind(door, app, contract.readFrozenStudies, readFrozenStudies);
  bind(door, app, contract.closeExamItem, closeExamItem);

  bind(door, app, contract.listImageSources, listImageSources);
  bind(door, app, contract.addImageSource, addImageSource);
  bind(door, app, contract.updateImageSource, updateImageSource);
  bind(door, app, contract.testImageSource, testImageSource);
  bind(door, app, contract.listQuarantine, listQuarantine);
  bindUpload(door, app, contract.importStudy, importStudy);
}
