/** `staff:add`: lets somebody into the team from the server's terminal. */
import { isLang } from '../platform/languages.js';
import { createSignInLink } from '../signin/index.js';
import { addStaff, isRole, ROLES } from '../staff/index.js';
import { type Command, Refused, required, WrongUse } from './command.js';

export const staffAdd: Command = {
  name: 'staff:add',
  usage: `--email E --name N --role ${ROLES.join('|')} [--language de|en]`,
  summary: 'adds a member of the team and prints a one-time sign-in link (24 hours)',
  options: {
    email: { type: 'string' },
    name: { type: 'string' },
    role: { type: 'string' },
    language: { type: 'string', default: 'de' },
  },
  run: async (context) => {
    const { deps, say, options } = context;
    const [email, name, role] = ['email', 'name', 'role'].map((option) => required(context, option));
    if (!/^[^\s@<>,;:"()]+@[^\s@<>,;:"()]+$/.test(email!))
      throw new WrongUse('--email is not an e-mail address');
    if (!isRole(role)) throw new WrongUse(`--role must be one of ${ROLES.join(', ')}`);
    if (!isLang(options.language)) throw new WrongUse('--language must be de or en');
    const { language } = options;
    const { member, added } = await addStaff(deps, { email: email!, name: name!, role, language });
    if (member.state === 'closed') {
      throw new Refused(
        `${member.email} has an account that is closed. An administrator can reopen it under /staff/team.`,
      );
    }
    say(
      added
        ? `Added ${member.email} as ${member.role}.`
        : `${member.email} already has an account (${member.role}); name and role stay as they are.`,
    );
    say(deps.config.baseUrl + (await createSignInLink(deps, member)));
  },
};
