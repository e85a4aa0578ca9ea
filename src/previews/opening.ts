/** One opening of something under embargo: who, what, when. Deleted with the request; no address of a device is kept. */
export interface Opening {
  requestId: number;
  releaseId: number;
  /** `page`, a format of the release (`pdf`), `quote`, or a file of the media kit (`podium/print`). */
  what: string;
  at: Date;
}

export const fileOpened = (asset: string, rendition: string): string => `${asset}/${rendition}`;
