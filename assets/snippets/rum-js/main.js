import './apm.js';
