/** The little that all XML of the feeds has in common. */
import { escapeXml } from '../platform/xml.js';

export const XML_HEAD = '<?xml version="1.0" encoding="UTF-8"?>';

export const element = (name: string, text: string): string => `<${name}>${escapeXml(text)}</${name}>`;

export const attributes = (values: Record<string, string>): string =>
  Object.entries(values)
    .map(([name, value]) => ` ${name}="${escapeXml(value)}"`)
    .join('');
