// Every word the reader sees, in plain spoken Chinese; the source of the type. Not for words of the page.
// The words stand in three files, by the script they come with.
import { zhAid } from './zh-aid';
import { zhBar } from './zh-bar';
import { zhPanel } from './zh-panel';

export const zhCN = { ...zhBar, ...zhAid, ...zhPanel } as const;
