/** Who may do what: the one table that routes and views read. */
export const ROLES = ['administrator', 'reviewer', 'editor', 'checkin', 'auditor'] as const;
export type Role = (typeof ROLES)[number];

export const AREAS = [
  'events',
  'settings',
  'team',
  'requests',
  'proofs',
  'newsroom',
  'media',
  'checkin',
  'outbox',
  'audit',
] as const;
export type Area = (typeof AREAS)[number];

/** `own`: of the outbox, the letters that belong to the member's own area; resending is part of it. */
export type Right = 'none' | 'read' | 'own' | 'write';

const STRENGTH: Record<Right, number> = { none: 0, read: 1, own: 2, write: 3 };

export const RIGHTS: Record<Area, Record<Role, Right>> = {
  events: { administrator: 'write', reviewer: 'read', editor: 'read', checkin: 'none', auditor: 'read' },
  settings: { administrator: 'write', reviewer: 'none', editor: 'none', checkin: 'none', auditor: 'read' },
  team: { administrator: 'write', reviewer: 'none', editor: 'none', checkin: 'none', auditor: 'read' },
  requests: { administrator: 'write', reviewer: 'write', editor: 'none', checkin: 'none', auditor: 'read' },
  proofs: { administrator: 'write', reviewer: 'write', editor: 'none', checkin: 'none', auditor: 'none' },
  newsroom: { administrator: 'write', reviewer: 'none', editor: 'write', checkin: 'none', auditor: 'read' },
  media: { administrator: 'write', reviewer: 'none', editor: 'write', checkin: 'none', auditor: 'read' },
  checkin: { administrator: 'write', reviewer: 'write', editor: 'none', checkin: 'write', auditor: 'read' },
  outbox: { administrator: 'write', reviewer: 'own', editor: 'own', checkin: 'none', auditor: 'read' },
  audit: { administrator: 'read', reviewer: 'none', editor: 'none', checkin: 'none', auditor: 'read' },
};

/** True when the role has at least this right in the area. */
export function may(role: Role, area: Area, right: Exclude<Right, 'none'>): boolean {
  return STRENGTH[RIGHTS[area][role]] >= STRENGTH[right];
}

export function isRole(value: unknown): value is Role {
  return ROLES.some((role) => role === value);
}
