/** The single keys of the desk (WCAG 2.1.4: every member can switch them off). The same in both languages. */

/** What a view writes into `data-key`; the script of the desk does the rest. */
export const KEYS = {
  next: 'j',
  previous: 'k',
  list: 'u',
  approve: 'a',
  approve_limited: 'l',
  enquire: 'n',
  waitlist: 'w',
  reject: 'r',
  revoke: 'v',
  undo: 'z',
  valid: '1',
  not_valid: '2',
  unreadable: '3',
  expired: '4',
  nextProof: 'd',
  zoomIn: '+',
  zoomOut: '-',
  turn: 't',
  takeUp: 'p',
  assignToMe: 'm',
  note: 'i',
  message: 's',
  help: '?',
} as const;
export type KeyName = keyof typeof KEYS;

/** In the order of the help sheet. */
export const KEY_GROUPS = {
  moving: ['next', 'previous', 'list', 'help'],
  deciding: ['approve', 'approve_limited', 'enquire', 'waitlist', 'reject', 'revoke', 'undo'],
  proof: ['valid', 'not_valid', 'unreadable', 'expired', 'nextProof', 'zoomIn', 'zoomOut', 'turn'],
  working: ['takeUp', 'assignToMe', 'note', 'message'],
} as const satisfies Record<string, readonly KeyName[]>;
