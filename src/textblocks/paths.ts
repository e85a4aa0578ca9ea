/** The addresses of the text blocks at the desk. */
const list = '/staff/text-blocks';

export const paths = {
  list,
  block: (id: number | 'new'): string => `${list}/${id}`,
  move: (id: number, step: string): string => `${list}/${id}/${step}`,
};
