// The success criteria of WCAG 2.2 at levels A and AA, with the names of the official Chinese translation. Data only.

/** One success criterion. */
export interface Criterion {
  readonly level: 'A' | 'AA';
  readonly zh: string;
  readonly en: string;
}

const row = (level: 'A' | 'AA', zh: string, en: string): Criterion => ({ level, zh, en });

/** By number. 4.1.1 is not among them: WCAG 2.2 has taken it out. */
export const CRITERIA: Readonly<Record<string, Criterion>> = {
  '1.1.1': row('A', '非文本内容', 'Non-text Content'),
  '1.2.1': row('A', '纯音频和纯视频（预录）', 'Audio-only and Video-only (Prerecorded)'),
  '1.2.2': row('A', '字幕（预录）', 'Captions (Prerecorded)'),
  '1.2.3': row('A', '口述影像或媒体替代（预录）', 'Audio Description or Media Alternative (Prerecorded)'),
  '1.2.4': row('AA', '字幕（实时）', 'Captions (Live)'),
  '1.2.5': row('AA', '口述影像（预录）', 'Audio Description (Prerecorded)'),
  '1.3.1': row('A', '信息与关系', 'Info and Relationships'),
  '1.3.2': row('A', '有意义的序列', 'Meaningful Sequence'),
  '1.3.3': row('A', '感官特征', 'Sensory Characteristics'),
  '1.3.4': row('AA', '方向', 'Orientation'),
  '1.3.5': row('AA', '识别输入目的', 'Identify Input Purpose'),
  '1.4.1': row('A', '颜色的使用', 'Use of Color'),
  '1.4.2': row('A', '音频控制', 'Audio Control'),
  '1.4.3': row('AA', '对比度（最低限度）', 'Contrast (Minimum)'),
  '1.4.4': row('AA', '调整文本大小', 'Resize Text'),
  '1.4.5': row('AA', '文本图像', 'Images of Text'),
  '1.4.10': row('AA', '回流', 'Reflow'),
  '1.4.11': row('AA', '非文本对比度', 'Non-text Contrast'),
  '1.4.12': row('AA', '文本间距', 'Text Spacing'),
  '1.4.13': row('AA', '悬停或聚焦时的内容', 'Content on Hover or Focus'),
  '2.1.1': row('A', '键盘', 'Keyboard'),
  '2.1.2': row('A', '无键盘陷阱', 'No Keyboard Trap'),
  '2.1.4': row('A', '字符键快捷键', 'Character Key Shortcuts'),
  '2.2.1': row('A', '时间可调', 'Timing Adjustable'),
  '2.2.2': row('A', '暂停、停止、隐藏', 'Pause, Stop, Hide'),
  '2.3.1': row('A', '三次闪光或低于阈值', 'Three Flashes or Below Threshold'),
  '2.4.1': row('A', '绕过区块', 'Bypass Blocks'),
  '2.4.2': row('A', '网页标题', 'Page Titled'),
  '2.4.3': row('A', '焦点顺序', 'Focus Order'),
  '2.4.4': row('A', '链接目的（在上下文中）', 'Link Purpose (In Context)'),
  '2.4.5': row('AA', '多种方式', 'Multiple Ways'),
  '2.4.6': row('AA', '标题和标签', 'Headings and Labels'),
  '2.4.7': row('AA', '焦点可见', 'Focus Visible'),
  '2.4.11': row('AA', '焦点不被遮挡（最低限度）', 'Focus Not Obscured (Minimum)'),
  '2.5.1': row('A', '指针手势', 'Pointer Gestures'),
  '2.5.2': row('A', '指针取消', 'Pointer Cancellation'),
  '2.5.3': row('A', '名称中的标签', 'Label in Name'),
  '2.5.4': row('A', '动作激活', 'Motion Actuation'),
  '2.5.7': row('AA', '拖动动作', 'Dragging Movements'),
  '2.5.8': row('AA', '目标大小（最低限度）', 'Target Size (Minimum)'),
  '3.1.1': row('A', '网页语言', 'Language of Page'),
  '3.1.2': row('AA', '局部语言', 'Language of Parts'),
  '3.2.1': row('A', '获得焦点时', 'On Focus'),
  '3.2.2': row('A', '输入时', 'On Input'),
  '3.2.3': row('AA', '一致的导航', 'Consistent Navigation'),
  '3.2.4': row('AA', '一致的标识', 'Consistent Identification'),
  '3.2.6': row('A', '一致的帮助', 'Consistent Help'),
  '3.3.1': row('A', '错误标识', 'Error Identification'),
  '3.3.2': row('A', '标签或说明', 'Labels or Instructions'),
  '3.3.3': row('AA', '错误建议', 'Error Suggestion'),
  '3.3.4': row('AA', '错误预防（法律、财务、数据）', 'Error Prevention (Legal, Financial, Data)'),
  '3.3.7': row('A', '重复输入', 'Redundant Entry'),
  '3.3.8': row('AA', '无障碍认证（最低限度）', 'Accessible Authentication (Minimum)'),
  '4.1.2': row('A', '名称、角色、值', 'Name, Role, Value'),
  '4.1.3': row('AA', '状态消息', 'Status Messages'),
};
