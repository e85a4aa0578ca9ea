/** The addresses of the catalogue of reasons at the desk. */
const list = '/staff/reasons';

export const paths = {
  list,
  reason: (id: number | 'new'): string => `${list}/${id}`,
  move: (id: number, step: string): string => `${list}/${id}/${step}`,
  shift: (id: number): string => `${list}/${id}/shift`,
};
