/** The addresses of the media kit at the desk. */
export interface ListChoice {
  state?: string | undefined;
  kind?: string | undefined;
  event?: string | undefined;
  q?: string | undefined;
}

export const paths = {
  list: (choice: ListChoice = {}): string => {
    const chosen = Object.entries(choice).filter((pair): pair is [string, string] => Boolean(pair[1]));
    const query = new URLSearchParams(chosen).toString();
    return `/staff/media${query ? `?${query}` : ''}`;
  },
  upload: '/staff/media/upload',
  asset: (id: number): string => `/staff/media/${id}`,
  file: (id: number, rendition: string): string => `/staff/media/${id}/files/${rendition}`,
  act: (id: number, act: 'withdraw' | 'discard' | 'move'): string => `/staff/media/${id}/${act}`,
};
