/** The administration changes what the portal says about its operator. */
import { appendAudit } from '../platform/audit.js';
import type { Deps } from '../platform/deps.js';
import type { Upload } from '../platform/uploads.js';
import { logoFile, type Operator, type OperatorFields } from './operator.js';
import { readOperator, saveOperator } from './operator-repository.js';
import { type StoredLogo, storeLogo } from './store-logo.js';

export interface SettingsChange {
  fields: OperatorFields;
  /** A new logo, none any more, or the one there is. */
  logo: Upload | 'remove' | 'keep';
}

/** Throws a Conflict when somebody saved after the version the editor saw; a new logo is then not kept. */
export async function changeSettings(
  deps: Deps,
  actor: string,
  version: number,
  { fields, logo }: SettingsChange,
): Promise<void> {
  const stored = typeof logo === 'string' ? undefined : await storeLogo(deps, logo);
  try {
    const before = await saveSettings(deps, actor, version, (operator) => ({
      ...fields,
      ...(logo === 'remove' ? { logo: '' } : (stored ?? logoOf(operator))),
    }));
    if (before.logo && logo !== 'keep') await deps.files.remove(logoFile(before.logo));
  } catch (error) {
    if (stored) await deps.files.remove(logoFile(stored.logo));
    throw error;
  }
}

const logoOf = ({ logo, logoSize }: Operator): Pick<Operator, 'logo'> | StoredLogo =>
  logoSize ? { logo, logoSize } : { logo };

/** Returns what was there before. */
function saveSettings(
  { db, clock }: Deps,
  actor: string,
  version: number,
  change: (operator: Operator) => Operator,
): Promise<Operator> {
  return db.transaction(async (trx) => {
    const at = clock.now();
    const { operator } = await readOperator(trx);
    await saveOperator(trx, change(operator), version, at);
    await appendAudit(trx, { at, actor, action: 'operator.changed', subject: 'operator:1' });
    return operator;
  });
}
