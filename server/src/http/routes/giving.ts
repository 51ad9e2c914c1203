import type { App } from '../../app.ts';
import { contract } from '../../contract/index.ts';
import { downloadDiscImage } from '../../deliveries/disc-image.ts';
import { downloadForMedia } from '../../deliveries/download-for-media.ts';
import { downloadPackage, downloadSharedPackage } from '../../deliveries/download-package.ts';
import { makeMediaSet, planMedia } from '../../deliveries/media-set.ts';
import { openLink } from '../../deliveries/open-link.ts';
import {
  openAttachedReport,
  openReleaseFile,
  openSharedFile,
  openSharedReport,
} from '../../deliveries/open-release-file.ts';
import { postMedia } from '../../deliveries/post-media.ts';
import { recordArrival } from '../../deliveries/record-arrival.ts';
import { downloadSealedForMedia, downloadSealedPackage, downloadSealedShare } from '../../deliveries/sealed-package.ts';
import { seeRelease, seeSharedRelease } from '../../deliveries/see-release.ts';
import { downloadShareCopies, openShareCopy, readSharePlan } from '../../deliveries/share-safe.ts';
import { chooseMediaSettings, showMediaSettings } from '../../facility/media-settings.ts';
import { printDiscLabel, printMailingLabel } from '../../labels/print-labels.ts';
import { printForDelivery, printRelease } from '../../prints/print-release.ts';
import { approveRelease } from '../../releases/approve-release.ts';
import { attachReport } from '../../releases/attach-report.ts';
import { checkPictures } from '../../releases/check-pictures.ts';
import { openDeskReport } from '../../releases/open-desk-report.ts';
import { openInstanceFile } from '../../releases/open-instance-file.ts';
import { readParts } from '../../releases/read-parts.ts';
import { takeReportOff } from '../../releases/take-report-off.ts';
import { bind, bindFile, bindForm, bindSignIn, bindUpload } from '../bind.ts';
import type { Door } from '../door.ts';

/** Checking, releasing, giving: from the last look before a release to the last byte that a person gets. */
export function bindGiving(door: Door, app: App): void {
  bind(door, app, contract.checkPictures, checkPictures);
  bind(door, app, contract.readParts, readParts);
  bindFile(door, app, contract.openInstanceFile, openInstanceFile);
  bindUpload(door, app, contract.attachReport, attachReport);
  bind(door, app, contract.takeReportOff, takeReportOff);
  bindFile(door, app, contract.openDeskReport, openDeskReport);
  bind(door, app, contract.approveRelease, approveRelease);
  bind(door, app, contract.postMedia, postMedia);
  bind(door, app, contract.recordArrival, recordArrival);
  bind(door, app, contract.planMedia, planMedia);
  bind(door, app, contract.makeMediaSet, makeMediaSet);
  bind(door, app, contract.readMediaSettings, showMediaSettings);
  bind(door, app, contract.chooseMediaSettings, chooseMediaSettings);
  bindFile(door, app, contract.downloadForMedia, downloadForMedia);
  bindFile(door, app, contract.downloadDiscImage, downloadDiscImage);
  bindFile(door, app, contract.printDiscLabel, printDiscLabel);
  bindFile(door, app, contract.printMailingLabel, printMailingLabel);
  bindFile(door, app, contract.printForDelivery, printForDelivery);

  bind(door, app, contract.seeRelease, seeRelease);
  bindFile(door, app, contract.openReleaseFile, openReleaseFile);
  bindFile(door, app, contract.openAttachedReport, openAttachedReport);
  bindFile(door, app, contract.downloadPackage, downloadPackage);
  bindFile(door, app, contract.printRelease, printRelease);
  bind(door, app, contract.readSharePlan, readSharePlan);
  bindFile(door, app, contract.openShareCopy, openShareCopy);
  bindFile(door, app, contract.downloadShareCopies, downloadShareCopies);

  bindForm(door, app, contract.downloadSealedForMedia, downloadSealedForMedia);
  bindForm(door, app, contract.downloadSealedPackage, downloadSealedPackage);
  bindForm(door, app, contract.downloadSealedShare, downloadSealedShare);

  bindSignIn(door, app, contract.openLink, openLink);
  bind(door, app, contract.seeSharedRelease, seeSharedRelease);
  bindFile(door, app, contract.openSharedFile, openSharedFile);
  bindFile(door, app, contract.openSharedReport, openSharedReport);
  bindFile(door, app, contract.downloadSharedPackage, downloadSharedPackage);
}
