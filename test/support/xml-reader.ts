/** Reads XML strictly, with a parser that is not ours: what is not well-formed, or has a prefix nobody declared, throws. */
import { SaxesParser, type SaxesTagNS } from 'saxes';

export interface XmlElement {
  /** Without prefix. */
  name: string;
  /** Namespace. */
  uri: string;
  attributes: Record<string, string>;
  /** The words directly inside it. */
  text: string;
  children: XmlElement[];
}

export function readXml(xml: string): XmlElement {
  const parser = new SaxesParser({ xmlns: true });
  const top: XmlElement = { name: '', uri: '', attributes: {}, text: '', children: [] };
  const open: XmlElement[] = [top];
  parser.on('error', (error) => {
    throw error;
  });
  parser.on('opentag', (tag: SaxesTagNS) => {
    const attributes = Object.entries(tag.attributes).map(([name, { value }]) => [name, value]);
    const element = {
      ...{ name: tag.local, uri: tag.uri, text: '', children: [] },
      attributes: Object.fromEntries(attributes),
    };
    open.at(-1)!.children.push(element);
    open.push(element);
  });
  parser.on('text', (text) => {
    open.at(-1)!.text += text;
  });
  parser.on('closetag', () => void open.pop());
  parser.write(xml).close();
  return top.children[0]!;
}

export const childrenOf = (element: XmlElement, name: string): XmlElement[] =>
  element.children.filter((child) => child.name === name);

/** The words of the first child of that name. */
export const textOf = (element: XmlElement, name: string): string =>
  childrenOf(element, name)[0]?.text.trim() ?? '';

/** The address of the link with this relation; empty where there is none. */
export const linkOf = (element: XmlElement, rel: string): string =>
  childrenOf(element, 'link').find(({ attributes }) => attributes.rel === rel)?.attributes.href ?? '';
