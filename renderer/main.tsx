import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import './ui/tokens.css';
import './ui/base.css';
import './app/title-bar.css';
import { App } from './app/app.tsx';
import { markWindow } from './app/title-bar.ts';
import { connectBridge } from './bridge/connect-bridge.ts';

const root = document.getElementById('root');
if (root === null) throw new Error('index.html has no #root');

// A new link pasted into a tab that is open changes the fragment alone, which loads nothing by itself.
window.addEventListener('hashchange', () => window.location.reload());

markWindow();
createRoot(root).render(
  <StrictMode>
    <App bridge={connectBridge()} />
  </StrictMode>,
);
