/** The addresses of the boilerplates at the desk. */
const list = '/staff/boilerplates';

export const paths = {
  list,
  boilerplate: (id: number | 'new'): string => `${list}/${id}`,
  move: (id: number, step: string): string => `${list}/${id}/${step}`,
};
