/** The addresses of the help sheet. */
export const paths = { keys: '/staff/keys' };

/** Only a page of the desk: nobody is led elsewhere by a forged form. */
export const backTo = (address: string): string =>
  /^\/staff(\/[\w/-]*)?(\?[\w=&%.+-]*)?$/.test(address) && !address.includes('//') ? address : paths.keys;
