/** The rights of a picture as XMP (IPTC Photo Metadata Standard), to be written into every file that leaves the house. */
import { type Bilingual, LANGUAGES } from '../platform/languages.js';
import type { AssetSource } from './asset.js';

export interface Rights {
  title: Bilingual;
  caption: Bilingual;
  alt: Bilingual;
  creator: string;
  credit: string;
  licence: Bilingual;
  licenceUrl: string;
  /** The asset's own page, where its rights can be read and asked for. */
  pageUrl: string;
  source: AssetSource;
  licensor?: string;
  people?: readonly string[] | undefined;
  /** 2024-10-24, or empty. */
  takenOn?: string;
}

const SOURCE_TYPES: Record<AssetSource, string> = {
  captured: 'http://cv.iptc.org/newscodes/digitalsourcetype/digitalCapture',
  drawn: 'http://cv.iptc.org/newscodes/digitalsourcetype/digitalCreation',
};

const NAMESPACES = {
  dc: 'http://purl.org/dc/elements/1.1/',
  photoshop: 'http://ns.adobe.com/photoshop/1.0/',
  xmpRights: 'http://ns.adobe.com/xap/1.0/rights/',
  plus: 'http://ns.useplus.org/ldf/xmp/1.0/',
  Iptc4xmpCore: 'http://iptc.org/std/Iptc4xmpCore/1.0/xmlns/',
  Iptc4xmpExt: 'http://iptc.org/std/Iptc4xmpExt/2008-02-29/',
};

export function toXmp(rights: Rights): string {
  const namespaces = Object.entries(NAMESPACES).map(([prefix, uri]) => `xmlns:${prefix}="${uri}"`);
  const properties = [
    languages('dc:title', rights.title),
    languages('dc:description', rights.caption),
    languages('dc:rights', both(`© ${rights.creator}`)),
    `<dc:creator><rdf:Seq><rdf:li>${escapeXml(rights.creator)}</rdf:li></rdf:Seq></dc:creator>`,
    plain('photoshop:Credit', rights.credit),
    plain('xmpRights:Marked', 'True'),
    plain('xmpRights:WebStatement', rights.licenceUrl || rights.pageUrl),
    languages('xmpRights:UsageTerms', rights.licence),
    `<plus:Licensor><rdf:Seq><rdf:li rdf:parseType="Resource">${plain('plus:LicensorName', rights.licensor || rights.credit)}${plain('plus:LicensorURL', rights.pageUrl)}</rdf:li></rdf:Seq></plus:Licensor>`,
    languages('Iptc4xmpCore:AltTextAccessibility', rights.alt),
    ...(rights.people?.length ? [bag('Iptc4xmpExt:PersonInImage', rights.people)] : []),
    ...(rights.takenOn ? [plain('photoshop:DateCreated', rights.takenOn)] : []),
    plain('Iptc4xmpExt:DigitalSourceType', SOURCE_TYPES[rights.source]),
  ];
  return [
    '<?xpacket begin="\uFEFF" id="W5M0MpCehiHzreSzNTczkc9d"?>',
    '<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">',
    `<rdf:Description rdf:about="" ${namespaces.join(' ')}>`,
    ...properties,
    '</rdf:Description></rdf:RDF></x:xmpmeta>',
    '<?xpacket end="w"?>',
  ].join('\n');
}

const both = (text: string): Bilingual => ({ de: text, en: text });

const plain = (name: string, value: string): string => `<${name}>${escapeXml(value)}</${name}>`;

const bag = (name: string, values: readonly string[]): string =>
  `<${name}><rdf:Bag>${values.map((value) => `<rdf:li>${escapeXml(value)}</rdf:li>`).join('')}</rdf:Bag></${name}>`;

/** German is what a program shows that does not know the reader's language. */
function languages(name: string, text: Bilingual): string {
  const items = [
    `<rdf:li xml:lang="x-default">${escapeXml(text.de)}</rdf:li>`,
    ...LANGUAGES.map((lang) => `<rdf:li xml:lang="${lang}">${escapeXml(text[lang] || text.de)}</rdf:li>`),
  ];
  return `<${name}><rdf:Alt>${items.join('')}</rdf:Alt></${name}>`;
}

const ENTITIES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
function escapeXml(text: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: XML does not allow them
  const allowed = text.replace(/[\u0000-\u0008\u000B\u000C\u000E-\u001F]/g, '');
  return allowed.replace(/[&<>"]/g, (character) => ENTITIES[character]!);
}
