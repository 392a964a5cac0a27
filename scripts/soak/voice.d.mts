export function putVoice(): void;
