// The screens of cameras, one chunk.
export { CameraPage } from './camera_page';
export { CamerasPage } from './cameras_page';
export { ConnectPage, NewCameraPage } from './connect_page';
